package dev.shardline.inspect.draw;

import dev.shardline.image.Float32Image;
import dev.shardline.inspect.Drawing;
import dev.shardline.volume.Axis;
import dev.shardline.volume.Spacing;
import dev.shardline.volume.Volume;
import dev.shardline.volume.geometry.Plane;
import dev.shardline.volume.geometry.Reorientation;
import dev.shardline.volume.geometry.SliceStack;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// A volume in three orthogonal views through its middle, as a montage of axial slices, and as a
/// histogram. Sizes are true to the millimetre; letters say where the patient's right, left, front,
/// back, top and bottom are. Of a time series the middle time point is shown.
///
/// @param title one line
/// @param volume any orientation
/// @param masks volumes on the same grid, shown as tints
public record VolumeSheet(String title, Volume volume, Map<String, Volume> masks)
    implements Drawing {
  private static final int VIEW = 360;
  private static final int TILES_IN_A_ROW = 10;
  private static final int MOST_TILES = 30;
  private static final int HISTOGRAM_HEIGHT = 150;
  private static final int BINS = 256;

  public VolumeSheet {
    masks = new TreeMap<>(masks);
  }

  @Override
  public BufferedImage draw() {
    int timePoint = volume.shape().timePoints() / 2;
    Volume shown = Reorientation.toCanonical(volume.timePoint(timePoint));
    float[] values = shown.values();
    GreyWindow window = GreyWindow.of(values);
    Sheet sheet = new Sheet(title);
    List<PicturePanel> views = new ArrayList<>();
    for (Plane plane : Plane.values()) {
      views.add(view(shown, plane, window));
    }
    int width = Plane.values().length * (VIEW + Theme.GAP) - Theme.GAP;
    int tile = (width - (TILES_IN_A_ROW - 1) * Montage.SEAM) / TILES_IN_A_ROW;
    return sheet
        .row(views)
        .row(
            List.of(
                new HistogramPanel(
                    List.of(Histogram.of(values, BINS)), window, width, HISTOGRAM_HEIGHT)))
        .row(List.of(new Montage(slices(shown, window, tile), tile, TILES_IN_A_ROW)))
        .draw();
  }

  private PicturePanel view(Volume shown, Plane plane, GreyWindow window) {
    int middle = shown.shape().extent(plane.normal()) / 2;
    Spacing spacing = shown.spacing();
    String caption =
        String.format(
            Locale.ROOT,
            "%s, slice %d of %d, every %.2f mm",
            plane.name().toLowerCase(Locale.ROOT),
            middle,
            shown.shape().extent(plane.normal()),
            spacing.along(plane.normal()));
    return new PicturePanel(
        picture(shown, plane, window, middle),
        pixelHeight(shown, plane),
        VIEW,
        caption,
        edges(plane));
  }

  private static double pixelHeight(Volume shown, Plane plane) {
    return shown.spacing().along(plane.rows()) / shown.spacing().along(plane.columns());
  }

  private BufferedImage picture(Volume shown, Plane plane, GreyWindow window, int slice) {
    BufferedImage picture = window.picture(SliceStack.of(shown, plane, 0).slice(slice));
    int index = 1;
    for (Volume mask : masks.values()) {
      Volume canonical = Reorientation.toCanonical(mask.timePoint(0));
      if (canonical.shape().equals(shown.shape())) {
        Float32Image marks = SliceStack.of(canonical, plane, 0).slice(slice);
        Tint.over(picture, marks, Theme.mark(index++));
      }
    }
    return picture;
  }

  private List<PicturePanel> slices(Volume shown, GreyWindow window, int tile) {
    int count = shown.shape().z();
    int tiles = Math.min(count, MOST_TILES);
    List<PicturePanel> slices = new ArrayList<>();
    for (int i = 0; i < tiles; i++) {
      int slice = (int) ((i + 0.5) * count / tiles);
      slices.add(
          new PicturePanel(
              picture(shown, Plane.AXIAL, window, slice),
              pixelHeight(shown, Plane.AXIAL),
              tile,
              "",
              List.of()));
    }
    return slices;
  }

  /// Letters at left, right, top and bottom.
  private static List<String> edges(Plane plane) {
    return List.of(
        negative(plane.columns()),
        positive(plane.columns()),
        positive(plane.rows()),
        negative(plane.rows()));
  }

  private static String positive(Axis axis) {
    return switch (axis) {
      case X -> "R";
      case Y -> "A";
      case Z -> "S";
    };
  }

  private static String negative(Axis axis) {
    return switch (axis) {
      case X -> "L";
      case Y -> "P";
      case Z -> "I";
    };
  }
}
