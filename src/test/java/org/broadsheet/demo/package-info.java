@NullMarked
package org.broadsheet.demo;

import org.jspecify.annotations.NullMarked;
