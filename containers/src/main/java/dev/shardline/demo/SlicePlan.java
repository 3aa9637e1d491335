package dev.shardline.demo;

/// One slice to be made.
///
/// @param diagnosis its class
/// @param subject its subject, from 1
/// @param site where it was taken
/// @param number its number within the subject, from 1
/// @param height where it cuts the head
record SlicePlan(Diagnosis diagnosis, int subject, Site site, int number, double height) {

  /// Its place below the data set's folder: `glioma/sub-01_site-a_003.jpg`.
  String key() {
    return "%s/sub-%02d_%s_%03d.%s"
        .formatted(
            diagnosis.folder(), subject, site.fileName(), number, site.encoding().extension());
  }
}
