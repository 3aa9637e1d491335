package dev.shardline.volume.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.image.Float32Image;
import dev.shardline.volume.Affine;
import dev.shardline.volume.Volume;
import dev.shardline.volume.VolumeShape;
import dev.shardline.volume.Volumes;
import dev.shardline.volume.mask.Foreground;
import dev.shardline.volume.mask.VoxelBox;
import org.junit.jupiter.api.Test;

class CroppingTest {

  @Test
  void croppingMovesTheOriginAndNoVoxel() {
    Volume volume = Volumes.random(new VolumeShape(6, 5, 4, 2), Affine.scaling(2, 3, 4), 1);

    Volume part = Cropping.crop(volume, new VoxelBox(1, 2, 3, 4, 2, 1));

    assertThat(part.shape()).isEqualTo(new VolumeShape(4, 2, 1, 2));
    assertThat(part.affine().apply(0, 0, 0)).containsExactly(2, 6, 12);
    assertThat(part.at(3, 1, 0, 1)).isEqualTo(volume.at(4, 3, 3, 1));
    assertThat(part.stored()).isSameAs(volume.stored());
  }

  @Test
  void paddingAndCroppingKeepTheMiddle() {
    Volume volume = Volumes.counting(5, 4, 1);

    Volume changed = Cropping.padOrCrop(volume, 2, 7, 2, -1);

    assertThat(changed.shape()).isEqualTo(new VolumeShape(2, 7, 2));
    assertThat(changed.at(0, 1, 0)).isEqualTo(volume.at(1, 0, 0));
    assertThat(changed.at(1, 4, 0)).isEqualTo(volume.at(2, 3, 0));
    assertThat(changed.at(0, 0, 0)).isEqualTo(-1);
    assertThat(changed.at(1, 4, 1)).isEqualTo(-1);
    assertThat(changed.affine().apply(0, 1, 0)).isEqualTo(volume.affine().apply(1, 0, 0));
  }

  @Test
  void paddingToAMultipleLeavesExactMultiplesAlone() {
    Volume volume = Volumes.counting(8, 9, 1);

    assertThat(Cropping.padToMultiple(volume, 4, 0).shape()).isEqualTo(new VolumeShape(8, 12, 4));
    assertThat(Cropping.padToMultiple(volume, 1, 0).stored()).isSameAs(volume.stored());
  }

  @Test
  void slicesShowThePatientUprightWhateverTheMemoryOrder() {
    Volume canonical = Volumes.random(new VolumeShape(3, 4, 5), Affine.identity(), 4);
    for (String codes : new String[] {"RAS", "LPI", "SRA"}) {
      Volume volume = Reorientation.to(canonical, Orientation.ofCodes(codes)).compact();

      Float32Image axial = SliceStack.of(volume, Plane.AXIAL, 0).slice(2);
      Float32Image coronal = SliceStack.of(volume, Plane.CORONAL, 0).slice(1);
      Float32Image sagittal = SliceStack.of(volume, Plane.SAGITTAL, 0).slice(0);

      assertThat(axial.height()).isEqualTo(4);
      assertThat(axial.at(0, 2, 0)).isEqualTo(canonical.at(2, 3, 2));
      assertThat(coronal.at(4, 0, 0)).isEqualTo(canonical.at(0, 1, 0));
      assertThat(sagittal.at(0, 3, 0)).isEqualTo(canonical.at(0, 3, 4));
      assertThat(SliceStack.of(volume, Plane.SAGITTAL, 0).count()).isEqualTo(3);
    }
  }

  @Test
  void slicesKnowHowMuchOfThemIsSubject() {
    Volume volume = Volumes.of(2, 1, 3, 0, 0, 5, 0, 5, 5);

    assertThat(SliceStack.of(volume, Plane.AXIAL, 0).foregroundFractions(new Foreground.NonZero()))
        .containsExactly(0, 0.5, 1);
  }
}
