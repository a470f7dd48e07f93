package org.broadsheet.demo;

import org.broadsheet.media.PhotographDetails;

/**
 * One photograph of the sample paper.
 *
 * @param file its name in {@code demo/photographs}
 * @param caption what it shows
 * @param alt for those who cannot see it
 * @param credit as it must stand beside it
 * @param licence under which it may be shown
 * @param source where it comes from
 */
record SamplePhotograph(
        String id, String file, String caption, String alt, String credit, String licence, String source) {

    PhotographDetails details() {
        return PhotographDetails.NONE
                .withCaption(caption)
                .withCredit(credit)
                .withAlternativeText(alt)
                .withRights(licence);
    }
}
