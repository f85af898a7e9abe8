"""Names for the demo's people, from the many places families in Edmonton come from."""

import random
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

DOMAIN = "maplecrest.school.example"

# Sorted by nothing but the alphabet; any given name may stand beside any family name.
GIVEN_NAMES = tuple(
    """
    Aaliyah Aarav Abdi Abena Adaeze Adrien Agnieszka Aiko Alejandra Aliyah Amara Amélie
    Amina Amrit Ananya Andrei Anika Anjali Anneke Arjun Arman Asha Astrid Ayaan Ayumi
    Babak Beatriz Benoît Bilal Björn Bohdan Bongani Brigid Bronwyn Callum Camila Carmen
    Catarina Cedric Chantal Chidi Chinedu Ciara Clara Cormac Dalia Daniela Danylo Darius
    Dawit Deepika Diego Dmytro Dong-hyun Eamon Ebony Eero Efua Eilidh Elena Elijah Elif
    Emeka Emre Esi Esperanza Ezra Fadumo Farah Fatima Felix Feng Fiona Florence
    Francesca Gabriela Giorgos Grace Gurleen Habib Hadiya Haruto Hassan Helena Henrik
    Hina Hodan Hyun-woo Ibrahim Ifeoma Ilse Imani Ines Ingrid Ioana Isabela Isla Ivan
    Jae-min Jaspreet Javier Jelena Jiahao Joaquín Johanna Jorge Josué Juma Kaito Kamala
    Karim Katarzyna Kateryna Kavya Keira Keiko Khadija Kiran Kofi Kwame Lachlan Laila
    Lan Leila Leonardo Liam Lina Ling Lorenzo Luca Lucía Magnus Mahsa Malik Manpreet
    Maria Mariam Marisol Mateo Mbali Mei-lin Mehdi Milan Milica Minh Mireille Mohamed
    Murielle Nadia Naomi Nasrin Navdeep Neema Ngozi Niamh Nikhil Nilufar Noor Oksana
    Oluwaseun Omar Oscar Owen Padma Paloma Parisa Pavel Pedro Petra Phoebe Piotr Priya
    Quynh Rafael Rania Ravi Reza Rohan Rosalie Ruth Saanvi Sadia Salma Samira Samuel
    Santiago Saoirse Sebastian Selam Sergio Shanelle Shreya Siobhán Sofia Solomon Stefan
    Sun-hee Svetlana Tadhg Tala Tamara Tariq Tenzin Thandiwe Theo Thuy Tomás Tuan Uzma
    Valentina Viktor Vikram Wanjiru Wei Xiomara Yara Yasmin Yohannes Yuki Yusuf Zahra
    Zainab Zofia
    """.split()
)

FAMILY_NAMES = tuple(
    """
    Abdullahi Abebe Acheampong Adeyemi Ahmadi Aguilar Akhtar Alvarez Amiri Andersen
    Antoniuk Appiah Arsenault Asante Aydin Bains Balogun Banerjee Barkhouse Beaulieu
    Becker Begum Bélanger Bergeron Bhatt Bielak Blanchard Boateng Boisvert Bouchard
    Boyko Brar Campbell Cardoso Castillo Chan Chaudhry Chen Cho Chowdhury Cloutier
    Corbeil Côté Cruz Dang Das Delacroix Demir Desjarlais Dhaliwal Dhillon Diallo Diaz
    Doucette Duong Dumont Edwards Eklund Elmi Eriksen Espinoza Evans Farah Fedoruk
    Fernandes Ferreira Flores Fontaine Fraser Friesen Fujimoto Gagnon Garcia Gebremariam
    Ghebre Gill Giordano Gomes Grandbois Grewal Guerrero Gupta Habtemariam Hakimi Haddad
    Hansen Haque Hashemi Hassan Hernandez Hoang Horvat Hryciuk Hussain Ibarra Ishikawa
    Iyer Jama Janssen Jensen Jovanović Kamara Karimi Kaur Kebede Khalil Khan Kim Kiprono
    Kovač Kowalczyk Kozak Krishnan Kuznetsov Lachance Lam Larsen Lavoie Leclerc Lee
    Lefebvre Lemieux Levesque Li Lim Lindqvist Liu Lopes Luong MacDonald MacNeil Mahmoud
    Makwana Malik Mandal Marchetti Martins Mbeki McKay Medina Mehta Mekonnen Melnyk
    Mendoza Mensah Moreau Morrison Mutua Nair Nakamura Ndlovu Nguyen Nikolaidis Nowak
    Nwosu O'Brien O'Sullivan Obi Ocampo Odhiambo Okafor Oliveira Olsen Omar Osei
    Ouellette Owusu Pacheco Pandey Papadakis Park Patel Pawluk Pelletier Petrov Pham
    Popescu Qureshi Rahman Ramirez Rao Rasmussen Reyes Ribeiro Romaniuk Rossi Saito
    Salazar Sandhu Santos Sato Savard Schmidt Shah Sharma Siddiqui Silva Singh Soto
    Sørensen Stewart Suzuki Szymański Takahashi Tan Tanaka Tesfaye Thapa Thompson Torres
    Tran Tremblay Tshabalala Usman Vandenberg Vargas Vasquez Verma Villanueva Vo Wagner
    Wang Warsame Watanabe Wilson Wójcik Wong Wu Yang Yildiz Yoon Zapata Zhang Zielinski
    """.split()
)

# Letters that do not come apart into a plain letter and an accent.
_WHOLE_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "ß": "ss"})


def person_names(count: int, seed: int) -> Iterator[tuple[str, str]]:
    """`count` pairs of given and family name; none twice until all pairs are used up."""
    rng = random.Random(seed)
    width = len(FAMILY_NAMES)
    every = list(range(len(GIVEN_NAMES) * width))
    for place in range(count):
        if place % len(every) == 0:
            rng.shuffle(every)
        given, family = divmod(every[place % len(every)], width)
        yield GIVEN_NAMES[given], FAMILY_NAMES[family]


def email_for(given: str, family: str, used: set[str]) -> str:
    """A plain-letter address nobody in `used` has yet; it is added to `used`."""
    local = f"{_plain(given)}.{_plain(family)}"
    address = f"{local}@{DOMAIN}"
    number = 2
    while address in used:
        address = f"{local}{number}@{DOMAIN}"
        number += 1
    used.add(address)
    return address


@lru_cache(maxsize=4096)
def _plain(name: str) -> str:
    """The name in a to z: accents, spaces, hyphens and apostrophes taken away."""
    apart = unicodedata.normalize("NFKD", name.lower().translate(_WHOLE_LETTERS))
    return "".join(letter for letter in apart if letter.isascii() and letter.isalpha())
