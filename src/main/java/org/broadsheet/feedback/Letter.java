package org.broadsheet.feedback;

/**
 * What a reader sends with the form.
 *
 * @param about path of the story; empty for the paper as a whole
 * @param bait a field that people do not see; robots fill it in
 * @param sender the address it came from, used to limit how much one sender sends and never kept
 */
public record Letter(String about, String words, String name, String email, String bait, String sender) {}
