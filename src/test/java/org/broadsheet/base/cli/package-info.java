@NullMarked
package org.broadsheet.base.cli;

import org.jspecify.annotations.NullMarked;
