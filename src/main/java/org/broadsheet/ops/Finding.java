package org.broadsheet.ops;

/**
 * What the doctor found on one count.
 *
 * @param advice what to do; empty when there is nothing to do
 */
public record Finding(String what, Verdict verdict, String says, String advice) {

    public enum Verdict {
        WELL,
        /** It works, and could work better. */
        ADVICE,
        /** The paper would not start, or not serve. */
        TROUBLE
    }

    static Finding well(String what, String says) {
        return new Finding(what, Verdict.WELL, says, "");
    }

    static Finding advice(String what, String says, String advice) {
        return new Finding(what, Verdict.ADVICE, says, advice);
    }

    static Finding trouble(String what, String says, String advice) {
        return new Finding(what, Verdict.TROUBLE, says, advice);
    }
}
