package org.broadsheet.demo;

import java.util.List;

/**
 * One agency item that the sample paper prints, and what its editor made of it.
 *
 * @param as the file's name in {@code demo/wire}
 * @param section where it is printed
 * @param agency whose copy it is, as printed
 * @param place the dateline, as printed
 * @param bylines as printed; may be empty
 * @param begins the words with which the printed text begins: what the wire puts before them is not for readers
 * @param source whose example it is
 * @param licence under which it may be shown
 */
record SampleWire(
        String as,
        String section,
        String agency,
        String place,
        List<String> bylines,
        String standfirst,
        String begins,
        String source,
        String licence) {}
