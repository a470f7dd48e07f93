package org.broadsheet.site.hot;

import java.util.List;
import java.util.concurrent.Executors;
import org.broadsheet.site.hot.limits.InAll;
import org.broadsheet.site.hot.limits.Limits;
import org.broadsheet.site.hot.limits.PerAddress;
import org.broadsheet.site.hot.limits.Watch;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Sets Jetty up: the hot connection first, then Jetty's own, strict; finished pages before Spring. */
final class FrontDoor {
    private static final int HEADER_BYTES = 8 * 1024;
    private static final int BACKLOG = 1024;
    private static final int MOST_THREADS = 64;
    private static final int FEWEST_THREADS = 4;

    private FrontDoor() {}

    /** Few threads: they find out what is readable; what may wait runs on virtual ones. */
    static QueuedThreadPool threads() {
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, FEWEST_THREADS);
        threads.setName("jetty");
        threads.setReservedThreads(0);
        threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
        return threads;
    }

    static void stand(Server server, Desk desk) {
        for (Connector connector : server.getConnectors()) {
            if (connector instanceof ServerConnector network) {
                stand(network, desk);
            }
        }
        server.setHandler(new HotHandler(desk, server.getHandler()));
    }

    private static void stand(ServerConnector connector, Desk desk) {
        HttpConfiguration configuration = configuration(connector);
        connector.setAcceptQueueSize(BACKLOG);
        connector.setConnectionFactories(
                List.of(new HotConnectionFactory(desk), new ReturningConnectionFactory(configuration, desk)));
        connector.setDefaultProtocol(HotConnectionFactory.PROTOCOL);
        limit(connector, desk);
    }

    private static void limit(ServerConnector connector, Desk desk) {
        Limits limits = desk.limits;
        connector.setIdleTimeout(limits.patience().idle().toMillis());
        InAll inAll = new InAll(limits.connections(), connector, desk.turnedAway);
        connector.getServer().addBean(inAll);
        connector.addBean(new PerAddress(limits, desk.turnedAway));
        connector.addBean(new Watch(connector, limits.patience(), inAll::full, desk.turnedAway));
    }

    private static HttpConfiguration configuration(ServerConnector connector) {
        HttpConnectionFactory jetty = connector.getConnectionFactory(HttpConnectionFactory.class);
        HttpConfiguration configuration = jetty == null ? new HttpConfiguration() : jetty.getHttpConfiguration();
        configuration.setHttpCompliance(HttpCompliance.RFC9110);
        configuration.setUriCompliance(UriCompliance.RFC3986);
        configuration.setSendServerVersion(false);
        configuration.setSendXPoweredBy(false);
        configuration.setRequestHeaderSize(HEADER_BYTES);
        return configuration;
    }
}
