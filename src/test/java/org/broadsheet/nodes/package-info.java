/** Two whole papers on one database, asked over HTTP as readers ask. */
@NullMarked
package org.broadsheet.nodes;

import org.jspecify.annotations.NullMarked;
