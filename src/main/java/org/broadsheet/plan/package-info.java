/**
 * What is sold: plans, subscriptions, vouchers, presents, groups, institutions, invoices, and the payment provider's
 * messages. Owns the schema {@code plan}. The doors are {@code Plans}, {@code Subscriptions}, {@code Vouchers},
 * {@code Presents}, {@code Groups}, {@code Institutions}, {@code Invoices} and, towards the provider, {@code Till}; what the
 * rooms above ask is {@link org.broadsheet.plan.Entitlements}. Whenever what somebody may read changes, every node is told
 * by the change {@code standing:<reader>}; what there is to write to people about, the rooms above hear as
 * {@code PlanNews}.
 */
@NullMarked
package org.broadsheet.plan;

import org.jspecify.annotations.NullMarked;
