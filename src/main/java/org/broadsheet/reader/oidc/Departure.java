package org.broadsheet.reader.oidc;

import java.net.URI;

/**
 * The way to the provider.
 *
 * @param cookie for the browser to bring back
 */
public record Departure(URI address, String cookie) {}
