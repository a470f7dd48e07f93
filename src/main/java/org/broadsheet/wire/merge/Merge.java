package org.broadsheet.wire.merge;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Three versions made one. Where only one side changed a line or a block, its words stand; where both did the same, that;
 * where they differ, it is a clash. A block that one side moved and the other reworded is reworded where it was moved to.
 * What either side added stays. Nothing that the desk wrote itself is ever missing from {@link Merged#wording}.
 */
public final class Merge {
    private final List<String> base;
    private final List<String> desk;
    private final List<String> agency;
    private final Alignment here;
    private final Alignment there;
    private final List<Part> parts = new ArrayList<>();
    private final Map<String, Integer> written = new HashMap<>();
    private int clashes;

    private Merge(List<String> base, List<String> desk, List<String> agency) {
        this.base = base;
        this.desk = desk;
        this.agency = agency;
        this.here = Alignment.of(base, desk);
        this.there = Alignment.of(base, agency);
        for (int place = 0; place <= base.size(); place++) {
            for (int block : here.addedAt(place)) {
                if (here.movedFrom(block) == Alignment.NONE) {
                    written.merge(desk.get(block), 1, Integer::sum);
                }
            }
        }
    }

    /**
     * @param base what the agency had sent when the desk took it over, or when its last update was merged
     * @param desk what the desk has made of it
     * @param agency what the agency sends now
     */
    public static Merged of(Wording base, Wording desk, Wording agency) {
        Merge merge = new Merge(base.blocks(), desk.blocks(), agency.blocks());
        Map<Field, Part> lines = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            merge.unit(said(base, field), said(desk, field), said(agency, field))
                    .ifPresent(part -> lines.put(field, part));
        }
        merge.body();
        return new Merged(lines, merge.parts);
    }

    private static Optional<String> said(Wording wording, Field field) {
        return Optional.of(wording.line(field)).filter(line -> !line.isEmpty());
    }

    private void body() {
        for (int place = 0; place <= base.size(); place++) {
            added(place);
            if (place < base.size() && !here.isMoved(place) && !there.isMoved(place)) {
                unit(place).ifPresent(parts::add);
            }
        }
    }

    private Optional<Part> unit(int place) {
        return unit(Optional.of(base.get(place)), block(here, desk, place), block(there, agency, place));
    }

    private static Optional<String> block(Alignment alignment, List<String> blocks, int place) {
        int partner = alignment.partner(place);
        return partner == Alignment.NONE ? Optional.empty() : Optional.of(blocks.get(partner));
    }

    /** Empty where it was taken out and nobody minds. */
    private Optional<Part> unit(Optional<String> was, Optional<String> ours, Optional<String> theirs) {
        if (ours.equals(theirs)) {
            return ours.map(text -> new Part.Settled(text, Side.BOTH));
        }
        if (ours.equals(was)) {
            return theirs.map(text -> new Part.Settled(text, Side.AGENCY));
        }
        if (theirs.equals(was)) {
            return ours.map(text -> new Part.Settled(text, Side.DESK));
        }
        return Optional.of(new Part.Clash(++clashes, ours, was, theirs));
    }

    /** What either side put in after so many blocks: the agency's first, but what is like the desk's beside that. */
    private void added(int place) {
        List<Integer> ours = here.addedAt(place);
        List<Integer> theirs = there.addedAt(place).stream()
                .filter(block -> there.movedFrom(block) == Alignment.NONE && !isWrittenHereToo(agency.get(block)))
                .toList();
        Map<Integer, Integer> alike = alike(ours, theirs);
        for (int block : there.addedAt(place)) {
            int from = there.movedFrom(block);
            if (from != Alignment.NONE && !here.isMoved(from)) {
                block(here, desk, from).ifPresent(text -> parts.add(new Part.Settled(text, Side.AGENCY)));
            } else if (theirs.contains(block) && !alike.containsValue(block)) {
                parts.add(new Part.Settled(agency.get(block), Side.AGENCY));
            }
        }
        for (int block : ours) {
            int from = here.movedFrom(block);
            if (from != Alignment.NONE) {
                movedByDesk(from);
            } else if (alike.containsKey(block)) {
                Optional<String> other = Optional.of(agency.get(alike.getOrDefault(block, block)));
                parts.add(new Part.Clash(++clashes, Optional.of(desk.get(block)), Optional.empty(), other));
            } else {
                parts.add(new Part.Settled(desk.get(block), Side.DESK));
            }
        }
    }

    private void movedByDesk(int from) {
        String was = base.get(from);
        Optional<String> theirs = block(there, agency, from);
        parts.add(
                theirs.isPresent()
                        ? new Part.Settled(theirs.get(), theirs.get().equals(was) ? Side.DESK : Side.AGENCY)
                        : new Part.Clash(++clashes, Optional.of(was), Optional.of(was), Optional.empty()));
    }

    /** Whether the desk has put in the very same, as when an update is merged that was merged before. */
    private boolean isWrittenHereToo(String block) {
        int left = written.getOrDefault(block, 0);
        if (left > 0) {
            written.put(block, left - 1);
        }
        return left > 0;
    }

    private Map<Integer, Integer> alike(List<Integer> ours, List<Integer> theirs) {
        Map<Integer, Integer> pairs = new HashMap<>();
        for (int block : ours) {
            Likeness own = Likeness.of(desk.get(block));
            theirs.stream()
                    .filter(other -> here.movedFrom(block) == Alignment.NONE && !pairs.containsValue(other))
                    .filter(other -> own.to(Likeness.of(agency.get(other))) >= Likeness.REWORDED)
                    .findFirst()
                    .ifPresent(other -> pairs.put(block, other));
        }
        return pairs;
    }
}
