/** What is sold: plans, subscriptions, vouchers, groups, and the payment provider's messages. Owns the schema {@code plan}. */
@NullMarked
package org.broadsheet.plan;

import org.jspecify.annotations.NullMarked;
