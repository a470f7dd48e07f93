/** What every page that is made for one request needs: who asks, in which variant, where to go afterwards. */
@NullMarked
package org.broadsheet.site.request;

import org.jspecify.annotations.NullMarked;
