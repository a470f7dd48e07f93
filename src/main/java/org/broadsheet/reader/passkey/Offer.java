package org.broadsheet.reader.passkey;

import java.util.Map;

/**
 * What a browser is asked.
 *
 * @param ticket to be sent back with the answer
 * @param publicKey options in the shape of WebAuthn 5.4 or 5.5, binary values in base64url
 */
public record Offer(String ticket, Map<String, Object> publicKey) {}
