package dev.shardline.demo;

/// The classes of the demonstration data set, and how their lesions look.
enum Diagnosis {
  GLIOMA("glioma"),
  MENINGIOMA("meningioma"),
  NO_TUMOR("no_tumor"),
  PITUITARY("pituitary");

  private final String folder;

  Diagnosis(String folder) {
    this.folder = folder;
  }

  /// The name of the class's folder.
  String folder() {
    return folder;
  }
}
