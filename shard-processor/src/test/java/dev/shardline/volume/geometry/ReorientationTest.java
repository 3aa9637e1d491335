package dev.shardline.volume.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.volume.Affine;
import dev.shardline.volume.Axis;
import dev.shardline.volume.Volume;
import dev.shardline.volume.VolumeShape;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReorientationTest {

  @Test
  void readsTheOrientationOfAnAffine() {
    assertThat(Orientation.of(Affine.scaling(-2, 2, 2)).codes()).isEqualTo("LAS");
    assertThat(Orientation.of(Affine.of(0, 0, 3, 0, -1, 0, 0, 0, 0, 1, 0, 0)).codes())
        .isEqualTo("PSR");
  }

  @Test
  void settlesTheClearestAxisFirst() {
    // x leans equally to two axes; y takes one of them clearly
    Affine affine = Affine.of(0.7072, 0.7, 0, 0, 0.7071, -0.72, 0, 0, 0, 0, 1, 0);

    assertThat(Orientation.of(affine).codes()).isEqualTo("RPS");
  }

  @Test
  void everyOrientationTurnsIntoEveryOtherAndKeepsEachVoxelsPlace() {
    for (String from : allCodes()) {
      Volume volume = volumeIn(from);
      for (String to : List.of("RAS", "LPS", "SAR", "PIL")) {
        Volume turned = Reorientation.to(volume, Orientation.ofCodes(to));

        assertThat(Orientation.of(turned.affine()).codes()).isEqualTo(to);
        assertSamePlaces(volume, turned);
      }
    }
  }

  @Test
  void flippingKeepsEachVoxelsPlace() {
    Volume volume = volumeIn("RAS");
    for (Axis axis : Axis.ALL) {
      Volume flipped = Reorientation.flip(volume, axis);

      assertThat(flipped.affine().determinant()).isNegative();
      assertSamePlaces(volume, flipped);
    }
  }

  @Test
  void refusesUnknownCodes() {
    for (String codes : List.of("RAX", "RA", "RRS", "RASS")) {
      assertThatThrownBy(() -> Orientation.ofCodes(codes))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static void assertSamePlaces(Volume one, Volume other) {
    Affine toOther = other.affine().inverse().times(one.affine());
    VolumeShape shape = one.shape();
    for (int z = 0; z < shape.z(); z++) {
      for (int y = 0; y < shape.y(); y++) {
        for (int x = 0; x < shape.x(); x++) {
          double[] place = toOther.apply(x, y, z);
          float value =
              other.at(
                  Math.toIntExact(Math.round(place[0])),
                  Math.toIntExact(Math.round(place[1])),
                  Math.toIntExact(Math.round(place[2])));
          assertThat(value).isEqualTo(one.at(x, y, z));
        }
      }
    }
  }

  private static Volume volumeIn(String codes) {
    Orientation orientation = Orientation.ofCodes(codes);
    double[] values = {0, 0, 0, 7, 0, 0, 0, -9, 0, 0, 0, 3};
    double[] sizes = {1.5, 2, 2.5};
    for (int i = 0; i < 3; i++) {
      int row = orientation.world().get(i).index();
      values[row * 4 + i] = orientation.positive().get(i) ? sizes[i] : -sizes[i];
    }
    float[] numbers = new float[2 * 3 * 4];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = i;
    }
    return Volume.ofFloats(numbers, new VolumeShape(2, 3, 4), Affine.of(values));
  }

  private static List<String> allCodes() {
    List<String> all = new ArrayList<>();
    for (String order : List.of("012", "021", "102", "120", "201", "210")) {
      for (int signs = 0; signs < 8; signs++) {
        StringBuilder codes = new StringBuilder();
        for (int i = 0; i < 3; i++) {
          int axis = order.charAt(i) - '0';
          codes.append(((signs >> i) & 1) == 0 ? "RAS".charAt(axis) : "LPI".charAt(axis));
        }
        all.add(codes.toString());
      }
    }
    return all;
  }
}
