/** What every answer needs whatever its room: security headers, request ids, rate limits, the asker's address, cookies, where a form came from. */
@NullMarked
package org.broadsheet.base.http;

import org.jspecify.annotations.NullMarked;
