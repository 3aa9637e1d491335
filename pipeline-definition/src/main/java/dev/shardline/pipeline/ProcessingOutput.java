package dev.shardline.pipeline;

/// A folder of a processing job that goes to S3. All machines share the destination.
///
/// @param localPath below `/opt/ml/processing/`
public record ProcessingOutput(
    String name, Expression uri, String localPath, UploadMode uploadMode) {
  /// When files are uploaded, by the service's names.
  public enum UploadMode implements ServiceNamed {
    /// As they appear, whatever becomes of the job.
    CONTINUOUS("Continuous"),
    /// Once every container has exited with 0.
    END_OF_JOB("EndOfJob");

    private final String serviceName;

    UploadMode(String serviceName) {
      this.serviceName = serviceName;
    }

    @Override
    public String serviceName() {
      return serviceName;
    }
  }
}
