package org.broadsheet.desk.page;

/** A page that says one thing. */
public record MessagePage(DeskFrame frame, String title, String text) {}
