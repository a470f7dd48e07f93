/** Broadsheet, a self-hosted digital newspaper. The rooms are the packages below; ARCHITECTURE.md draws them. */
@NullMarked
package org.broadsheet;

import org.jspecify.annotations.NullMarked;
