package dev.shardline.embedded;

import dev.shardline.storage.s3.S3Credentials;
import dev.shardline.storage.s3.S3Retries;
import dev.shardline.storage.s3.S3Settings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/// An S3 server in this process, on a port of its own, that keeps each bucket as a folder of a
/// root: s3proxy over the file system. Closing it stops it; the files stay.
///
/// It differs from S3 in what lies under it: keys are paths, and listings are in the order of
/// UTF-16 units.
public final class EmbeddedS3 implements S3Server {
  public static final String ACCESS_KEY_ID = "embedded-id";
  public static final String SECRET_ACCESS_KEY = "embedded-secret";

  private static final S3Retries IMPATIENT =
      new S3Retries(4, Duration.ofMillis(5), Duration.ofMillis(50));

  private final Path root;
  private final S3Proxy server;

  private EmbeddedS3(Path root, S3Proxy server) {
    this.root = root;
    this.server = server;
  }

  /// Starts a server over a folder, whose folders are its buckets.
  public static EmbeddedS3 over(Path root) throws Exception {
    S3Proxy server =
        S3Proxy.builder()
            .blobStore(new FilesystemNio2BlobStore(root.toString()))
            .endpoint(URI.create("http://127.0.0.1:0"))
            .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, ACCESS_KEY_ID, SECRET_ACCESS_KEY)
            .ignoreUnknownHeaders(true)
            .build();
    server.start();
    return new EmbeddedS3(root, server);
  }

  @Override
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getPort());
  }

  @Override
  public S3Credentials.Key key() {
    return new S3Credentials.Key(ACCESS_KEY_ID, SECRET_ACCESS_KEY);
  }

  /// How to reach the server, as its owner, with short waits between retries.
  @Override
  public S3Settings settings() {
    return S3Settings.at(endpoint()).withCredentials(key()).withRetries(IMPATIENT);
  }

  @Override
  public void createBucket(String bucket) throws IOException {
    Files.createDirectories(root.resolve(bucket));
  }

  public EmbeddedS3 withBucket(String bucket) throws IOException {
    createBucket(bucket);
    return this;
  }

  @Override
  public void close() throws IOException {
    try {
      server.stop();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (Exception failure) {
      throw new IOException("Cannot stop the embedded S3 server", failure);
    }
  }
}
