package org.broadsheet.story.sql;

import java.time.LocalDate;
import org.broadsheet.story.Address;

/** An address as it is kept. */
public record AddressRow(String section, LocalDate day, String slug) {
    public Address address() {
        return new Address(section, day, slug);
    }
}
