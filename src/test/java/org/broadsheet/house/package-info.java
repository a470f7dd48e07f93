/**
 * The rules of the house, held by tests: who may import whom, how long things may be, what SQL may name, what templates may
 * print. Each rule is shown to be able to fail on a small crooked example.
 */
@NullMarked
package org.broadsheet.house;

import org.jspecify.annotations.NullMarked;
