/** The pages of what is sold: plans, checkout, one's own subscription, vouchers, presents, seats, invoices; and their letters. */
@NullMarked
package org.broadsheet.site.plans;

import org.jspecify.annotations.NullMarked;
