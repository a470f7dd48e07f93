package org.broadsheet.site.hot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A client that sends the bytes it is told to and reads answers one by one. */
final class Wire implements AutoCloseable {
    /** Octets that the system takes for a client who does not read. */
    private static final int FEW = 16 * 1024;

    /** Milliseconds; longer than anything takes, however busy the machine is. */
    private static final int PATIENCE = 60_000;

    private final Socket socket;
    private final InputStream in;

    /** Header names in lower case. */
    record Reply(int status, Map<String, String> headers, String body) {
        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    Wire(int port) throws IOException {
        this("127.0.0.1", port);
    }

    /** @param from an address of loopback to come from; all of 127.0.0.0/8 is */
    Wire(String from, int port) throws IOException {
        socket = new Socket();
        socket.setReceiveBufferSize(FEW);
        socket.bind(new InetSocketAddress(from, 0));
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE);
        in = socket.getInputStream();
    }

    Wire send(String bytes) throws IOException {
        return send(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    Wire send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    /** No more is sent; the server may have closed before. */
    void tryEnd() {
        try {
            socket.shutdownOutput();
        } catch (IOException closed) {
            assertThat(closed).hasMessageContaining("Socket");
        }
    }

    Reply get(String path, String... headers) throws IOException {
        return send(request("GET", path, headers)).reply();
    }

    static String request(String method, String path, String... headers) {
        String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        return method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n" + more + "\r\n";
    }

    Reply reply() throws IOException {
        return reply("GET");
    }

    Reply reply(String method) throws IOException {
        String first = line();
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.merge(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip(),
                    (one, other) -> one + " AND " + other);
        }
        int status = Integer.parseInt(first.substring(9, 12));
        boolean bodiless = method.equals("HEAD") || status == 304;
        int length = bodiless ? 0 : Integer.parseInt(headers.getOrDefault("content-length", "0"));
        return new Reply(status, headers, new String(in.readNBytes(length), StandardCharsets.ISO_8859_1));
    }

    /** Everything until the server closes, for which it is given time enough. */
    String rest() throws IOException {
        return rest(PATIENCE);
    }

    /** Everything until the server closes, or until it has been silent for a while. */
    String rest(int silenceMillis) throws IOException {
        socket.setSoTimeout(silenceMillis);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            for (int octet = in.read(); octet >= 0; octet = in.read()) {
                all.write(octet);
            }
        } catch (SocketTimeoutException silent) {
            all.write('~');
        } catch (IOException reset) {
            all.write('!');
        }
        return all.toString(StandardCharsets.ISO_8859_1);
    }

    /** At most so many octets of what has come. */
    void take(int octets) throws IOException {
        in.readNBytes(octets);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        int octet = in.read();
        while (octet >= 0 && octet != '\n') {
            line.append((char) octet);
            octet = in.read();
        }
        if (octet < 0) {
            throw new IOException("closed after \"" + line + "\"");
        }
        return line.toString().strip();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
