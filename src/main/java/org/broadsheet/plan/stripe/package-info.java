/**
 * The payment provider: Stripe. Its messages only say that something has changed; what is so is asked of its interface and
 * taken over, so that messages may come twice, late and in any order. Networks are waited for outside of transactions.
 */
@NullMarked
package org.broadsheet.plan.stripe;

import org.jspecify.annotations.NullMarked;
