package org.broadsheet.site.assembly;

import org.broadsheet.base.page.Templates;
import org.springframework.stereotype.Component;

/** What every kind of page is finished with. */
@Component
record SiteParts(Templates templates, MostRead mostRead) {}
