package org.broadsheet.media.darkroom.engine;

/** Of a picture, in px. */
public record Size(int width, int height) {}
