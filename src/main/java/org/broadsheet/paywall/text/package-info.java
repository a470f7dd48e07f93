/**
 * Texts compared by their words alone: what a word is, runs of eight of them as numbers, and the readings of what was sent,
 * so that mark-up, case, quotes and packing hide nothing.
 */
@NullMarked
package org.broadsheet.paywall.text;

import org.jspecify.annotations.NullMarked;
