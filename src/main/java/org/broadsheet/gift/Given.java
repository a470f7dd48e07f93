package org.broadsheet.gift;

import java.time.Instant;

/** What became of the wish to give a story. */
public sealed interface Given {
    /** @param allowance after this one */
    record New(GiftLink link, Offer.Allowance allowance) implements Given {}

    /** It had been given this month: the same link, and nothing more is used up. */
    record Again(GiftLink link, Offer.Allowance allowance) implements Given {}

    /** Nothing was given. */
    sealed interface Refused extends Given {}

    record QuotaSpent(int quota, Instant resets) implements Refused {}

    record NoSubscription() implements Refused {}

    /** A subscription to a plan without gifts. @param plan its name */
    record NoGiftsInPlan(String plan) implements Refused {}

    record NotGivable(Reason why) implements Refused {}

    /** @param characters how many the note has */
    record NoteTooLong(int characters) implements Refused {}

    /** Why a story cannot be given by anybody. */
    enum Reason {
        /** Everyone may read it: its plain address is enough. */
        FOR_EVERYONE,
        /** The agency that wrote it does not let the paper. */
        AGENCY_TERMS,
        WITHDRAWN,
        NO_SUCH_STORY
    }
}
