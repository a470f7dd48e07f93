/** The paper's mail in its own words and look: what rooms below ask to be written, and what pages write themselves. */
@NullMarked
package org.broadsheet.site.mail;

import org.jspecify.annotations.NullMarked;
