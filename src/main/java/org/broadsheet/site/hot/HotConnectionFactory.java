package org.broadsheet.site.hot;

import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.AbstractConnectionFactory;
import org.eclipse.jetty.server.Connector;

/** Puts a hot connection before Jetty's. */
final class HotConnectionFactory extends AbstractConnectionFactory {
    static final String PROTOCOL = "hot";

    private final Desk desk;

    HotConnectionFactory(Desk desk) {
        super(PROTOCOL);
        this.desk = desk;
    }

    @Override
    public Connection newConnection(Connector connector, EndPoint endPoint) {
        return configure(new HotConnection(desk, connector, endPoint), connector, endPoint);
    }
}
