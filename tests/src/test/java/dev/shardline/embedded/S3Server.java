package dev.shardline.embedded;

import dev.shardline.storage.s3.S3Credentials;
import dev.shardline.storage.s3.S3Settings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// An S3 server that tests may write to.
public sealed interface S3Server extends AutoCloseable permits EmbeddedS3, ExternalS3 {
  /// The server that the system properties name, else one in this process over a folder.
  static S3Server givenOrOver(Path root) throws Exception {
    Optional<ExternalS3> given = ExternalS3.given();
    return given.isPresent() ? given.get() : EmbeddedS3.over(Files.createDirectories(root));
  }

  URI endpoint();

  S3Credentials.Key key();

  /// How to reach the server.
  S3Settings settings();

  void createBucket(String bucket) throws IOException;

  /// What a process needs in its environment to reach the server.
  default Map<String, String> environment() {
    return Map.of(
        "AWS_ENDPOINT_URL_S3",
        endpoint().toString(),
        "AWS_ACCESS_KEY_ID",
        key().accessKeyId(),
        "AWS_SECRET_ACCESS_KEY",
        key().secretAccessKey(),
        "AWS_REGION",
        "us-east-1");
  }

  @Override
  void close() throws IOException;
}
