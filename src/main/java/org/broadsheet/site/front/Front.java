package org.broadsheet.site.front;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.broadsheet.story.Section;
import org.broadsheet.story.StoryId;
import org.broadsheet.story.Teaser;

/**
 * What stands where on the front page. No story stands on it twice and no picture is shown twice.
 *
 * @param lead nothing while nothing has been printed
 * @param seconds beside the lead; at most three
 * @param thirds on its other side, the first with its picture where it has one; at most three
 * @param briefs headlines only; at most eight
 * @param blocks one a section that has stories left, in the order of the sections
 * @param pictured whose pictures are shown; all others stand without
 */
public record Front(
        Optional<Teaser> lead,
        List<Teaser> seconds,
        List<Teaser> thirds,
        List<Teaser> briefs,
        List<Block> blocks,
        Set<StoryId> pictured) {

    /** How many of the newest stories of the paper are worth handing in. */
    public static final int NEWEST = 40;

    /** And how many of each section. */
    public static final int NEWEST_OF_A_SECTION = 40;

    private static final int BESIDE = 3;
    private static final int BRIEFS = 8;
    private static final int IN_A_BLOCK = 4;

    /**
     * A section's place on the front.
     *
     * @param stories newest first when handed in; one to four when laid out, the first with its picture where it has one
     */
    public record Block(Section section, List<Teaser> stories) {
        public Block {
            stories = List.copyOf(stories);
        }
    }

    public Front {
        seconds = List.copyOf(seconds);
        thirds = List.copyOf(thirds);
        briefs = List.copyOf(briefs);
        blocks = List.copyOf(blocks);
        pictured = Set.copyOf(pictured);
    }

    /**
     * The newest story that has a picture leads; those beside it come from as many sections as there are.
     *
     * @param newest of the whole paper
     * @param sections each section's own newest, in the order of the sections; a story may stand in both lists
     */
    public static Front arrange(List<Teaser> newest, List<Block> sections) {
        Layout layout = new Layout(newest);
        Optional<Teaser> lead = layout.lead();
        List<Teaser> thirds = layout.column(BESIDE);
        List<Teaser> seconds = layout.varied(BESIDE);
        List<Teaser> briefs = layout.next(BRIEFS);
        List<Block> blocks = sections.stream()
                .map(each -> new Block(each.section(), layout.block(each.stories(), IN_A_BLOCK)))
                .filter(block -> !block.stories().isEmpty())
                .toList();
        return new Front(lead, seconds, thirds, briefs, blocks, layout.pictured());
    }

    /** Every story on it, in reading order. */
    public List<Teaser> stories() {
        Stream<Teaser> top = Stream.of(lead.stream(), seconds.stream(), thirds.stream(), briefs.stream())
                .flatMap(part -> part);
        return Stream.concat(top, blocks.stream().flatMap(block -> block.stories().stream()))
                .toList();
    }
}
