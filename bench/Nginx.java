import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** nginx with one worker, serving compressed files as a careful operator would have it. */
final class Nginx implements AutoCloseable {
    private final Child child;
    private final Path root;
    final int port;

    Nginx(Path work, int port) throws Exception {
        this.port = port;
        this.root = Files.createDirectories(work.resolve("www"));
        Path configuration = work.resolve("nginx.conf");
        Files.writeString(configuration, """
                %5$s
                worker_processes 1; daemon off; pid %1$s/nginx.pid; error_log %1$s/nginx.log; worker_rlimit_nofile 8192;
                events { worker_connections 2048; multi_accept on; }
                http {
                  access_log off; sendfile on; tcp_nopush on; tcp_nodelay on; server_tokens off; etag on;
                  keepalive_requests 1000000000; keepalive_timeout 75; default_type text/html;
                  gzip_static always; gzip_vary on;
                  open_file_cache max=10000 inactive=600s; open_file_cache_valid 600s; open_file_cache_min_uses 1;
                  client_body_temp_path %1$s/t1; proxy_temp_path %1$s/t2; fastcgi_temp_path %1$s/t3;
                  uwsgi_temp_path %1$s/t4; scgi_temp_path %1$s/t5;
                  server { listen 127.0.0.1:%2$d backlog=1024; root %3$s;
                    add_header Cache-Control "public, max-age=5, stale-while-revalidate=30, stale-if-error=86400"; }
                }
                """.formatted(work, port, root, "", System.getProperty("user.name").equals("root") ? "user root;" : ""));
        String program = List.of("/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/bin/nginx", "/opt/homebrew/bin/nginx").stream()
                .filter(each -> Files.isExecutable(Path.of(each)))
                .findFirst()
                .orElse("nginx");
        child = new Child(List.of(program, "-c", configuration.toString(), "-p", work.toString()), work.resolve("nginx.out"), Map.of());
        TimeUnit.MILLISECONDS.sleep(500);
    }

    void serve(String path, byte[] gzipped) throws Exception {
        Path file = root.resolve(path.substring(1) + ".gz");
        Files.createDirectories(file.getParent());
        Files.write(file, gzipped);
    }

    Child child() {
        return child;
    }

    @Override
    public void close() throws Exception {
        child.close();
    }
}
