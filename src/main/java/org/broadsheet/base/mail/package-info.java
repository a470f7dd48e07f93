/** Mail of the paper: kept in the transaction that wants it sent, delivered afterwards. Owns {@code base.mail}. */
@NullMarked
package org.broadsheet.base.mail;

import org.jspecify.annotations.NullMarked;
