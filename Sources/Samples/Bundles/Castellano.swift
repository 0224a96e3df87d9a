/// A bundle by folders: nobody wrote what is where, and the texts are a Word and a LibreOffice document.
let castellano = Bundle(
    name: "castellano-texts",
    fate: "accepted as a bundle by folders, with texts from Word and LibreOffice; the receipt and the feedback are in "
        + "Spanish; one reader will decline, a lead reads in her place, and both will find: not yet earned",
    contents: [
        Samples.File("manifest.xml", manifest),
        Samples.File("class-picture/who is in the room.docx", docx(picture)),
        Samples.File("text-set/our shelf.odt", odt(textSet)), Samples.File("lesson/names.md", lesson),
        Samples.File("student-work/release.txt", "on-file\nForms in the blue folder, front office.\n"),
        Samples.File("student-work/student A.pdf", studentA), Samples.File("student-work/student B.pdf", studentB),
        Samples.File("reflection/reflection.odt", odt(reflection)),
    ])

private let manifest = """
    <?xml version="1.0" encoding="UTF-8"?>
    <submission xmlns="urn:assay:1" rubric="culturally-responsive-texts">
      <educator id="E1420" name="Lucía Castellano" email="lcastellano@mvsd.example" school="cedar-ridge-k8" lang="es"/>
      <statement kind="own-work" agreed="true" date="2026-11-18"/>
    </submission>

    """

private let picture = """
    I teach 21 third graders. According to the office 9 are Hispanic, 8 are white, 2 are Hmong and 2 are of two or more
    races. 7 get help in English. 14 have free lunch. We are a happy class and we celebrate all cultures together.

    In October every child brought an object from home for the culture table, and some families came to tell about it,
    which was a great day for everybody. We had an accordion, a story cloth, a tractor and a great deal of food.
    """

private let textSet = """
    Our shelf for October and November

    Dreamers, by Yuyi Morales. A mother and her baby come to a new country and find the library. I chose it for Hispanic
    Heritage Month and because the pictures are beautiful.

    Islandborn, by Junot Díaz. Everybody in class draws the country that they come from, and Lola can't remember hers. I
    chose it because of immigration.

    Where Are You From?, by Yamile Saied Méndez. A girl is asked where she is from. I chose it because it goes with the
    map in our room.

    Alma and How She Got Her Name, by Juana Martinez-Neal. A girl with a long name learns what each part of it tells. I
    chose it because every child has a name.
    """

private let lesson = """
    # Names (45 minutes)

    1. Warm-up: say your name with a movement.
    2. I read *Alma and How She Got Her Name* aloud. We stop at each of her names and guess what comes.
    3. Everybody asks at home how they got their name (on the day before).
    4. Write: how I got my name. Draw a frame around it. We hang them up for the open house.

    """

private let studentA = pdf(
    "Student A: how I got my name",
    """
    My name is from my grandma. She was a nurse and she sang. My mom says I have her hands. I like my
    name because it is short and you can shout it.

    (a drawing of two hands)
    """)

private let studentB = pdf(
    "Student B: how I got my name",
    """
    I do not know how I got my name. My foster mom will ask. Alma has six names and I have two. She
    thought her name was too long for the paper, so she taped a piece on.

    (a frame of stars)
    """)

private let reflection = """
    The children loved the books. When I read about Alma it was so quiet that one could hear a pin drop, and afterward
    everybody wanted to tell about their own name at once. I saw that children who are otherwise shy could say something,
    because everyone is an expert on their name. At the open house the parents took pictures of the wall and several
    thanked me for it in Spanish, which made me proud, since I grew up with it as well.

    I learned that representation matters and that children need to see themselves in books. I also learned that a name
    can be hard for a child who doesn't know where it is from, and that next year I might let them write about a name
    that they would choose. I will keep these books and look for more, also for the Hmong children, for whom I have not
    found one yet. It was good for our community and I would recommend it to any teacher in our school.
    """
