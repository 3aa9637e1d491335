package dev.shardline.demo;

import java.util.ArrayList;
import java.util.List;

/// Which slices the demonstration data set has: eight subjects for each class, two for each site,
/// six slices for each subject.
final class DemoPlan {
  static final int SUBJECTS_PER_CLASS = 8;
  static final int SLICES_PER_SUBJECT = 6;

  private static final double LOWEST = -0.10;
  private static final double STEP = 0.075;

  private DemoPlan() {}

  /// All slices, by class, subject and number.
  static List<SlicePlan> slices() {
    List<SlicePlan> slices = new ArrayList<>();
    int subject = 0;
    for (Diagnosis diagnosis : Diagnosis.values()) {
      for (int i = 0; i < SUBJECTS_PER_CLASS; i++) {
        subject++;
        Site site = Site.values()[i % Site.values().length];
        for (int number = 1; number <= SLICES_PER_SUBJECT; number++) {
          double height = lowest(diagnosis) + STEP * number;
          slices.add(new SlicePlan(diagnosis, subject, site, number, height));
        }
      }
    }
    return slices;
  }

  /// Slices lie where the class's lesion is seen.
  private static double lowest(Diagnosis diagnosis) {
    return switch (diagnosis) {
      case GLIOMA, MENINGIOMA, NO_TUMOR -> LOWEST;
      case PITUITARY -> LOWEST - 0.27;
    };
  }
}
