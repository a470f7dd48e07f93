package org.broadsheet.media;

/**
 * One size and format of a photograph, as readers get it.
 *
 * @param width in px
 * @param height in px
 * @param bytes its size
 * @param address the path it is served at; immutable
 */
public record Rendition(int width, int height, PictureFormat format, int bytes, String address) {}
