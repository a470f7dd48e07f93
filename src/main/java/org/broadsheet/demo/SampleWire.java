package org.broadsheet.demo;

/**
 * One agency item that the sample paper prints as it came.
 *
 * @param as the file's name in {@code demo/wire}
 * @param section where it is printed
 * @param source whose example it is
 * @param licence under which it may be shown
 */
record SampleWire(String file, String as, String section, String source, String licence) {}
