package org.broadsheet.desk.page;

import java.util.List;
import java.util.Optional;
import org.broadsheet.desk.page.StoryPage.Said;
import org.broadsheet.media.library.Library;

/**
 * The photographs of the library.
 *
 * @param words what was searched for; may be empty
 * @param onward the address of the rest of the list
 */
public record PhotographsPage(
        DeskFrame frame, List<Library.Entry> photographs, String words, Optional<String> onward, Said said) {}
