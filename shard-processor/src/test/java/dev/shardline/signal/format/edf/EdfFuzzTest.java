package dev.shardline.signal.format.edf;

import dev.shardline.signal.format.GapPolicy;
import dev.shardline.signal.format.LengthPolicy;
import dev.shardline.signal.format.RatePolicy;
import dev.shardline.signal.format.ReadOptions;
import dev.shardline.signal.format.ReaderFuzz;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EdfFuzzTest {
  private static final ReadOptions LENIENT =
      ReadOptions.STRICT
          .withLength(LengthPolicy.WHAT_IS_THERE)
          .withGaps(GapPolicy.FILL)
          .withRates(new RatePolicy.Highest());

  private static EdfFile annotated(EdfFile file, String reserved) {
    return file.reserved(reserved)
        .track("C3", 4, 1, 2, 3, 4, 5, 6, 7, 8)
        .track("slow", 1, 1, 2)
        .starting(0.5, 3)
        .annotated(List.of("+1\u00152\u0014a\u0014\0"), List.of("+2\u0014b\u0014c\u0014\0"));
  }

  @Test
  void mutatedEdfIsReadOrRefused() {
    byte[] sound = annotated(EdfFile.edf(), "EDF+D").bytes();
    new ReaderFuzz(new EdfFormat(), "a.edf", Map.of("a.edf", sound), LENIENT).run(1, 1_500);
  }

  @Test
  void mutatedBdfIsReadOrRefused() {
    byte[] sound = annotated(EdfFile.bdf(), "BDF+D").bytes();
    new ReaderFuzz(new EdfFormat(), "a.edf", Map.of("a.edf", sound), LENIENT).run(2, 1_500);
  }
}
