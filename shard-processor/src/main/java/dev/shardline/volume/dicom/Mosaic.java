package dev.shardline.volume.dicom;

import dev.shardline.dicom.DicomDataSet;
import dev.shardline.dicom.DicomElement;
import dev.shardline.dicom.DicomTag;
import dev.shardline.failure.MalformedDataException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The layout of a Siemens mosaic: the slices of one time point as tiles of one square picture, as
/// nibabel's `MosaicWrapper` understands it.
///
/// @param slices how many tiles are slices; the rest are empty
/// @param tilesPerSide tiles along a side
/// @param normal from one slice to the next, of length 1, LPS
@SuppressWarnings("ArrayRecordComponent") // identity is never asked of it
record Mosaic(int slices, int tilesPerSide, double[] normal) {

  static boolean isMosaic(DicomDataSet data) {
    return data.text(DicomTag.IMAGE_TYPE).orElse("").contains("MOSAIC");
  }

  static Mosaic of(DicomDataSet data, SlicePlace whole) throws MalformedDataException {
    int slices = data.integerOr(DicomTag.SIEMENS_IMAGES_IN_MOSAIC, 0);
    if (slices == 0) {
      List<Double> counted = header(data, "NumberOfImagesInMosaic");
      slices = counted.isEmpty() ? 0 : (int) Math.clamp(counted.getFirst(), 0, 1 << 16);
    }
    int side = (int) Math.ceil(Math.sqrt(slices));
    if (slices < 1 || whole.rows() % side != 0 || whole.columns() % side != 0) {
      throw data.malformed(
          DicomTag.SIEMENS_IMAGES_IN_MOSAIC,
          "a number of images that divides %d x %d pixels".formatted(whole.rows(), whole.columns()),
          slices + "");
    }
    return new Mosaic(slices, side, direction(data, whole));
  }

  /// Rows cross columns, or its opposite where the scanner says so.
  private static double[] direction(DicomDataSet data, SlicePlace whole) {
    double[] normal = whole.normal();
    List<Double> given = header(data, "SliceNormalVector");
    if (given.size() < 3) {
      return normal;
    }
    double along = 0;
    for (int i = 0; i < 3; i++) {
      along += given.get(i) * normal[i];
    }
    return along < 0 ? new double[] {-normal[0], -normal[1], -normal[2]} : normal;
  }

  private static List<Double> header(DicomDataSet data, String name) {
    Optional<DicomElement> header = data.element(DicomTag.SIEMENS_IMAGE_HEADER);
    return header.isEmpty()
        ? List.of()
        : SiemensHeader.numbers(data.bytes(), header.get().offset(), header.get().length(), name);
  }

  /// The tiles of a mosaic as slices. The file's position is that of a slice as large as the whole
  /// mosaic with the same centre.
  List<DicomSlice> slices(DicomSlice whole) {
    SlicePlace place = whole.place();
    int rows = place.rows() / tilesPerSide;
    int columns = place.columns() / tilesPerSide;
    double alongRow = (place.columns() - columns) / 2.0 * place.spacing()[1];
    double alongColumn = (place.rows() - rows) / 2.0 * place.spacing()[0];
    List<DicomSlice> tiles = new ArrayList<>();
    for (int tile = 0; tile < slices; tile++) {
      double off = tile * place.thickness();
      tiles.add(
          new DicomSlice(
              place.part(rows, columns, alongRow, alongColumn, off, normal),
              whole.kind(),
              whole.time(),
              whole.frames(),
              whole.frame(),
              tile / tilesPerSide * rows,
              tile % tilesPerSide * columns,
              whole.mapping()));
    }
    return tiles;
  }
}
