package dev.shardline.faults;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// As much of an HTTP/1.1 server as S3 clients need, on a port of its own: a virtual thread for
/// each connection, which is the handler's to misuse.
final class HttpServer implements AutoCloseable {
  /// Answers requests; called by many threads.
  @FunctionalInterface
  interface Handler {
    /// Answers one request on its connection.
    ///
    /// @return whether the connection stays open
    boolean handle(HttpRequest request, Connection connection)
        throws IOException, InterruptedException;
  }

  /// One connection, in the middle of a request.
  record Connection(Socket socket, OutputStream out) {
    void send(HttpReply reply) throws IOException {
      out.write(reply.head());
      out.write(reply.body());
      out.flush();
    }

    /// Cuts the connection off with a reset, not with an orderly end.
    void reset() throws IOException {
      out.flush();
      socket.setSoLinger(true, 0);
      socket.close();
    }
  }

  private static final int BACKLOG = 1024;
  private static final int BUFFER = 1 << 16;

  private final ServerSocket server;
  private final Handler handler;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  private HttpServer(ServerSocket server, Handler handler) {
    this.server = server;
    this.handler = handler;
  }

  static HttpServer start(Handler handler) throws IOException {
    HttpServer server =
        new HttpServer(new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()), handler);
    Thread.ofPlatform().daemon().name("s3-accept").start(server::accept);
    return server;
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        socket.setTcpNoDelay(true);
        open.add(socket);
        Thread.startVirtualThread(() -> serve(socket));
      }
    } catch (IOException _) {
      // closed
    }
  }

  private void serve(Socket socket) {
    try (socket;
        InputStream in = new BufferedInputStream(socket.getInputStream(), BUFFER);
        OutputStream out = new BufferedOutputStream(socket.getOutputStream(), BUFFER)) {
      Connection connection = new Connection(socket, out);
      Optional<HttpRequest> request = HttpRequest.read(in, out);
      while (request.isPresent() && handler.handle(request.get(), connection)) {
        request = HttpRequest.read(in, out);
      }
    } catch (IOException _) {
      // the client broke off, or this server cut the connection
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(socket);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
