package dev.shardline.storage.s3;

import dev.shardline.storage.Content;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectSummary;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/// One large object on its way up in parts. The object appears when the last request succeeds;
/// where one fails, the parts are removed again. Never used to publish: servers differ in what a
/// condition on the last request means.
final class MultipartUpload {
  private static final int MOST_PARTS = 10_000;
  private static final int PART_BYTES = 32 << 20;

  private final S3Calls calls;
  private final ObjectLocation location;

  MultipartUpload(S3Calls calls, ObjectLocation location) {
    this.calls = calls;
    this.location = location;
  }

  ObjectSummary upload(Content content) throws IOException {
    String upload =
        calls
            .call(
                "write",
                location,
                client ->
                    client.createMultipartUpload(create ->
                        create
                            .bucket(location.container())
                            .key(location.key())
                            .contentType(S3Writing.CONTENT_TYPE)))
            .uploadId();
    try {
      return complete(upload, content.length(), parts(upload, content));
    } catch (IOException | RuntimeException failure) {
      abort(upload, failure);
      throw failure;
    }
  }

  private List<CompletedPart> parts(String upload, Content content) throws IOException {
    int partBytes =
        Math.toIntExact(Math.max(PART_BYTES, Math.ceilDiv(content.length(), MOST_PARTS)));
    List<CompletedPart> parts = new ArrayList<>();
    try (InputStream stream = content.open()) {
      byte[] bytes = stream.readNBytes(partBytes);
      while (bytes.length > 0) {
        parts.add(part(upload, parts.size() + 1, bytes));
        bytes = stream.readNBytes(partBytes);
      }
    }
    return parts;
  }

  private CompletedPart part(String upload, int number, byte[] bytes) throws IOException {
    String etag =
        calls
            .call(
                "write",
                location,
                client ->
                    client.uploadPart(
                        part ->
                            part.bucket(location.container())
                                .key(location.key())
                                .uploadId(upload)
                                .partNumber(number),
                        RequestBody.fromBytes(bytes)))
            .eTag();
    return CompletedPart.builder().partNumber(number).eTag(etag).build();
  }

  private ObjectSummary complete(String upload, long length, List<CompletedPart> parts)
      throws IOException {
    CompleteMultipartUploadResponse response =
        calls.call(
            "write",
            location,
            client ->
                client.completeMultipartUpload(complete ->
                    complete
                        .bucket(location.container())
                        .key(location.key())
                        .uploadId(upload)
                        .multipartUpload(all -> all.parts(parts))));
    return new ObjectSummary(
        location, length, EntityTags.version(response.eTag(), response.versionId()));
  }

  private void abort(String upload, Exception failure) {
    try {
      calls.call(
          "abandon the upload of",
          location,
          client ->
              client.abortMultipartUpload(abort ->
                  abort.bucket(location.container()).key(location.key()).uploadId(upload)));
    } catch (IOException second) {
      failure.addSuppressed(second);
    }
  }
}
