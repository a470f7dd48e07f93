/**
 * What every command on the command line shares: how it refuses, how it fails, and how it shows long work.
 * The commands themselves stand in the rooms they belong to and are named in {@link org.broadsheet.Broadsheet}'s package.
 */
@NullMarked
package org.broadsheet.base.cli;

import org.jspecify.annotations.NullMarked;
